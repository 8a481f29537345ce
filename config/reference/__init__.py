"""The REST interface for readers: the OpenAPI document as pages, with examples, and as a collection for Postman."""
