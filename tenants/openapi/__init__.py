"""The REST interface described: what each operation asks and answers, and the OpenAPI document made of that."""
