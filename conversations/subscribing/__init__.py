"""Subscribing to a plan of Baton: where it is paid, changes, cancelling, invoices, and letters about all of it."""
