"""The pages by which people come in: sign-in, second step, new password, invitation, ticket, company's provider."""
