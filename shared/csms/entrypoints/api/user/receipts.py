"""Receipts of one's own charging."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from csms.domain.ids import TransactionId
from csms.entrypoints.api import receipt_page
from csms.entrypoints.api.access import PersonInPath
from csms.entrypoints.api.fields import TransactionNumber
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.views import receipt as view
from csms.entrypoints.api.views.receipt import ReceiptView
from csms.services.charging import receipts

router = APIRouter(prefix="/users/{user_id}/transactions/{transaction_id}", tags=["receipts"])


@router.get("/receipt", responses=responses(404, 409))
def read_receipt(user_id: PersonInPath, transaction_id: TransactionNumber) -> ReceiptView:
    """What was charged and why, with readings, payments and timeline."""
    return view.show(receipts.of(TransactionId(transaction_id), user_id))


@router.get("/receipt.html", response_class=HTMLResponse, responses=responses(404, 409))
def read_receipt_page(user_id: PersonInPath, transaction_id: TransactionNumber) -> HTMLResponse:
    """The receipt as a page to print."""
    return receipt_page.page(view.show(receipts.of(TransactionId(transaction_id), user_id)))
