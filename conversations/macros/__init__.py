"""Several acts of the desk under one name, looked at before they are done, and taken back afterwards."""
