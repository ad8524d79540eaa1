"""An XML file as a tree of elements without namespaces, read safely: for those that read other things out of it."""

from __future__ import annotations

from xml.parsers import expat

from ...errors import OperationFailed

__all__ = ["Element", "xml_tree"]

_DEEPEST = 100


class Element:
    """An element, with those in it."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag, self.attributes = tag, attributes
        self.inside: list[Element] = []
        self.text: list[str] = []


def xml_tree(where: str, content: bytes) -> Element:
    """The root of an XML file. Nothing outside of the file is read, and entities of its own are refused.

    Parameters
    ----------
    where : str
        The file, for messages.
    content : bytes
        The whole file.

    Returns
    -------
    Element

    Raises
    ------
    OperationFailed
        If it is no XML.

    >>> [one.tag for one in xml_tree("t.xml", b"<a><b/><c/></a>").inside]
    ['b', 'c']
    """
    parser = expat.ParserCreate(namespace_separator="}")
    around = [Element("", {})]

    def begin(tag: str, attributes: dict[str, str]) -> None:
        if len(around) > _DEEPEST:
            raise OperationFailed(f"{where}: the XML is nested too deeply")
        element = Element(_local(tag), _told(attributes))
        around[-1].inside.append(element)
        around.append(element)

    def entity(*_: object) -> None:
        # Entities can unpack to any size.
        raise OperationFailed(f"{where}: the XML declares entities, which are not read; write them out")

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda tag: around.pop()
    parser.CharacterDataHandler = lambda text: around[-1].text.append(text)
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise OperationFailed(
            f"{where}:{error.lineno}:{error.offset + 1}: not valid XML: {expat.errors.messages[error.code]}"
        ) from None
    except (ValueError, LookupError) as error:
        raise OperationFailed(f"{where}: not valid XML: {error}") from None
    return around[0].inside[0]


def _local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


_OF_TYPES = ("type", "nil", "null", "space", "schemaLocation", "noNamespaceSchemaLocation", "base")
"""Attributes with a namespace that say how a value is to be read."""


def _told(attributes: dict[str, str]) -> dict[str, str]:
    """The attributes that tell something: without those of XML Schema and OData that are about the value's type."""
    return {
        _local(name): value for name, value in attributes.items() if not ("}" in name and _local(name) in _OF_TYPES)
    }
