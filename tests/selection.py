"""Which tests run with the lowest versions: those whose outcome a library's version can change.

What can break there is the use of a library where it is called, and one case of a test calls it as the next one does:
a few cases of each test are enough. Of tests about files, servers and pictures every case counts, as each goes another
way through a library. Tests of what has no library in it, and tests of one law that only more work makes surer, are
left to the newest versions. `pytest --of-libraries` runs these tests alone.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["of_libraries"]

CASES = 5
"""So many cases of a test run, spread evenly over all that it has."""

EVERY_CASE = (
    "tests/graph/exports/",
    "tests/graph/pictures/",
    "tests/graph/rdf/",
    "tests/graph/readers/test_dialects.py",
    "tests/graph/readers/test_sheets.py",
    "tests/graph/readers/test_tables.py",
    "tests/graph/sources/test_endpoint.py",
    "tests/graph/sources/test_endpoint_answers.py",
    "tests/graph/sources/test_endpoint_faults.py",
    "tests/graph/sources/test_fetching.py",
    "tests/graph/sources/test_files.py",
    "tests/project/test_doctests.py",
    "tests/terminal/test_commands.py",
    "tests/terminal/test_safety.py::test_exports_do_no_harm",
)
"""Folders, files and tests of which all cases run."""

NO_LIBRARY = (
    "tests/project/test_article.py",
    "tests/project/test_gallery.py",
    "tests/project/test_lenses_page.py",
    "tests/project/test_man_pages.py",
    "tests/project/test_notebook.py",
    "tests/project/test_own_data_page.py",
    "tests/project/test_packaging.py",
    "tests/project/test_pages.py",
    "tests/project/test_readme.py",
    "tests/project/test_reference.py",
    "tests/project/test_site.py",
    "tests/project/test_tutorial.py",
    "tests/terminal/test_encodings.py",
)
"""Files about the checkout, its pages and its packages, or about the system: the tools that they use are the same."""

ONE_LAW = (
    "tests/graph/analysis/test_compare.py::test_the_article_and_the_correlates_of_war_differ_on_ukraine",
    "tests/graph/analysis/test_panel.py::test_every_count_is_the_tables_matrix_product",
    "tests/graph/analysis/test_trend.py::test_all_numbers_are_the_tables",
    "tests/graph/asking/test_as_typed.py",
    "tests/graph/asking/test_ask_paraphrases.py::test_random_strings_give_no_traceback",
    "tests/graph/asking/test_ask_paraphrases.py::test_what_the_grammar_says_never_stumbles_and_its_query_gives_the_answer",
    "tests/graph/asking/test_held.py",
    "tests/graph/asking/test_laws.py",
    "tests/graph/asking/test_oracle.py",
    "tests/graph/drafting/test_length.py::test_memory_hardly_grows_with_the_text",
    "tests/graph/model/test_expression.py::test_every_name_of_the_cow_bodies",
    "tests/graph/model/test_names_on_demand.py::test_signs_that_stand_for_letters_are_known",
    "tests/graph/model/test_wholes.py",
    "tests/graph/pictures/test_curving.py",
    "tests/graph/pictures/test_pictures_on_paper.py::test_a_column_has_the_part_of_a_great_network_that_can_be_read",
    "tests/graph/pictures/test_pictures_on_paper.py::test_no_picture_of_a_great_graph_has_words_of_the_command_line",
    "tests/graph/pictures/test_pictures_on_paper.py::test_what_cannot_be_read_is_said",
    "tests/graph/readers/test_one_node.py::test_every_name_in_every_year_is_the_node_of_its_state",
    "tests/graph/readers/test_published.py::test_both_forms_of_cow_igo_are_the_same_data",
    "tests/graph/sources/test_files.py::test_thousands_of_files",
    "tests/graph/sources/test_import.py::test_every_states_yearly_number_of_memberships_is_the_tables_own",
    "tests/graph/sources/test_membership_columns.py::test_columns_of_rdf_and_of_merged_nodes_say_what_the_database_says",
    "tests/graph/sources/test_same_everywhere.py::test_the_same_answer_everywhere[built-in-many]",
    "tests/graph/sources/test_same_everywhere.py::test_the_same_answer_everywhere[built-in-very many]",
)
"""Tests that go through hundreds of names, questions or numbers, which others put to the libraries as well."""


def of_libraries(ids: Iterable[str]) -> list[str]:
    """Those of some tests, by their ids, that run with the lowest versions.

    >>> of_libraries([f"tests/graph/test_one.py::test_it[{case}]" for case in range(9)])[1:3]
    ['tests/graph/test_one.py::test_it[2]', 'tests/graph/test_one.py::test_it[4]']
    """
    cases: dict[str, list[str]] = {}
    for one in ids:
        if not one.startswith((*NO_LIBRARY, *ONE_LAW)):
            cases.setdefault(one.partition("[")[0], []).append(one)
    chosen = []
    for test, found in cases.items():
        if len(found) > CASES and not test.startswith(EVERY_CASE):
            found = [found[round(at * (len(found) - 1) / (CASES - 1))] for at in range(CASES)]
        chosen += found
    return chosen
