from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0034_subscription_news"),
    ]

    operations = [
        migrations.AlterField(
            model_name="alert",
            name="kind",
            field=models.CharField(
                choices=[
                    ("rules_unreadable", "The rules cannot be read"),
                    ("rule_notified", "A rule asked to tell somebody"),
                    ("quality_dropped", "A rule got worse"),
                    ("model_down", "The language model gives no answers"),
                    ("model_budget", "The language model's budget is spent"),
                    ("connector_failed", "The connector did not do something"),
                    ("job_failed", "A piece of work failed for good"),
                    ("task_given", "A task of the desk is yours"),
                    ("task_due", "A task of the desk is due soon"),
                    ("task_overdue", "A task of the desk is overdue"),
                    ("tasks_done", "All departments are done"),
                    ("promise_due", "What was promised is due soon"),
                    ("promise_overdue", "What was promised is overdue"),
                    ("sla_soon", "A promised time is nearly over"),
                    ("sla_breached", "A promised time is over"),
                    ("call_due", "A call that was promised is due soon"),
                    ("call_late", "A promised call was not made in time"),
                    ("reply_not_sent", "A held reply was not sent"),
                    ("low_rating", "A customer was not satisfied"),
                    ("risk_high", "A live conversation of the assistant became risky"),
                    ("report_not_sent", "A report was not sent"),
                    ("usage_high", "Much of what the plan includes is used"),
                    ("usage_cap", "The assistant begins no new conversation"),
                    ("mentioned", "A colleague mentions them in a note"),
                ],
                max_length=20,
            ),
        ),
    ]
