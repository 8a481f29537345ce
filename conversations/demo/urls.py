"""The demo shop's addresses, below `/shop/` of the platform's own host."""

from django.urls import path

from conversations.demo import shop

urlpatterns = [
    path("", shop.home),
    path("delivery-and-returns/", shop.delivery),
    path("workshop/", shop.workshop),
    path("basket/", shop.show_basket),
    path("basket/change/", shop.change_basket),
    path("<slug:slug>/", shop.product),
]
