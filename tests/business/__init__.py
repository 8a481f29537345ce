"""Tests of the records of the tenant's business: REST, imports."""
