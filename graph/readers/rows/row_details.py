"""What a row says beside who was in what: its sources and quotes, ids, codes, kinds and basis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.naming.forms import ascii_digits
from ..bases import BASIS_WORDS, STATED
from ..member_kinds import member_kinds
from ..mistakes import Wrong
from ..row import SCHEMES
from ..table_options import map_option
from .table_in_hand import TableInHand

__all__ = ["RowDetails"]


class RowDetails:
    """Reads what rows say beside who was in what.

    Parameters
    ----------
    table : TableInHand
        The table.
    """

    def __init__(self, table: TableInHand) -> None:
        self._table = table

    def of_row(self, number: int, cells: Sequence[str]) -> dict[str, object]:
        """What a row says beside who was in what; only what the table has, by the fields of `Row`.

        Parameters
        ----------
        number : int
            The row.
        cells : sequence of str
            Its cells.

        Raises
        ------
        Wrong
            If its basis is none.
        """
        fields = self._table.plan.fields
        found: dict[str, object] = {}
        for name in ("source", "quote", "member_id", "organization_id", "abbreviation"):
            if name in fields:
                found[name] = self._table.optional(cells, name)
        if "type" in fields:
            found["classification"] = self._table.optional(cells, "type")
        if "member_kind" in fields and (kinds := member_kinds(self._table.cell(cells, "member_kind"))):
            found["kinds"] = kinds
        if "basis" in fields and (basis := self._basis(number, cells)) != STATED:
            found["basis"] = basis
        if "paragraph" in fields and found.get("quote"):
            found["paragraph"] = self._paragraph(self._table.cell(cells, "paragraph"))
        if further := tuple(self._further(cells)):
            found["further"] = further
        codes = tuple((scheme, code) for scheme in SCHEMES if scheme in fields and (code := self._code(cells, scheme)))
        if codes:
            found["codes"] = codes
        return found

    def _basis(self, number: int, cells: Sequence[str]) -> str:
        """What a row says that its membership rests on."""
        text = self._table.cell(cells, "basis")
        basis = text.casefold() or STATED
        if basis not in BASIS_WORDS:
            name = self._table.column("basis")
            raise Wrong(
                f"row {number}, column {name}: {text!r} is no basis, which is one of {', '.join(BASIS_WORDS)}; if the"
                f" column says something else, leave it out with: {map_option(name, 'ignore')}"
            )
        return basis

    @staticmethod
    def _paragraph(text: str) -> str:
        return text.removesuffix(".0") if text.removesuffix(".0").isdigit() else ""

    def _further(self, cells: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        """The quotes of a row behind its first one."""
        for places in self._table.plan.further.values():
            said = {name: cells[at].strip() if at < len(cells) else "" for name, at in places.items()}
            if said["quote"]:
                yield said["quote"], self._paragraph(said.get("paragraph", "")), said.get("source", "")

    def _code(self, cells: Sequence[str], scheme: str) -> str:
        fields = self._table.plan.fields
        # NA is Namibia where codes are the names, and says that there is none beside names.
        read = self._table.cell if fields[scheme] == fields.get("member") else self._table.optional
        text = ascii_digits(read(cells, scheme)).removesuffix(".0")
        if text.startswith("-"):
            return ""
        return text.zfill(3) if scheme == "iso_numeric" and text else text.upper()
