"""The company's settings over REST: workspace, logo, domains, opening hours, first-run guide."""
