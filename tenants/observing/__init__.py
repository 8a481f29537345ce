"""What operators see of a running Baton: lines of the log, metrics, traces, signs of life; never a customer's words."""
