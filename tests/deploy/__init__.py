"""What puts Baton on real machines: image, compose, Kubernetes, nginx, and how processes start and end there."""
