"""What every request of the REST interface passes before its view: who asks, how often, and once only."""

OURS = "/api/v1/"
