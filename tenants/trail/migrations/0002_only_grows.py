"""Nobody changes or removes an audit entry: the application's role has no right to, and a trigger refuses all others."""

from django.db import migrations

REVOKE = """
REVOKE UPDATE, DELETE, TRUNCATE ON trail_auditentry FROM baton_app;
CREATE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit log only grows.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_auditentry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();
"""
GIVE_BACK = """
DROP TRIGGER audit_only_grows ON trail_auditentry;
DROP FUNCTION refuse_to_rewrite();
GRANT UPDATE, DELETE ON trail_auditentry TO baton_app;
"""


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_first")]

    operations = [migrations.RunSQL(REVOKE, GIVE_BACK)]
