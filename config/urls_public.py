"""The pages of the platform's own host."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
