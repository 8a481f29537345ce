"""The assistant: reads what customers write and answers from the tenant's knowledge."""
