// Choosing, and taking a choice back: it wins over a search, moves the picture, opens the card and stands in the address.
function choose(i, { quiet = false, step = true } = {}) {
  state.chosen = i;
  state.steady = "";
  state.rows = PAGE;
  point(-1);
  drawPicture(); drawCard(); drawMatrix(); drawTable(); drawListSelection(); drawAbout(); drawChanges();
  $("card").scrollTop = 0;
  $("card").classList.remove("low");
  if (quiet) return;
  say(i < 0 ? "Nothing is chosen: the whole picture" : `${nameOf(i)} chosen: ${factsOf[i].filter(shown).length} facts${inYear()}`);
  remember(step);
  // On a phone the card is a sheet over the lower half: the picture moves to the upper one.
  if (i >= 0 && phone.matches) $("canvas").scrollIntoView({ block: "start", behavior: still.matches ? "auto" : "smooth" });
}
const takeBack = () => {
  if (state.chosen >= 0) {
    const at = state.chosen, there = $("card").contains(document.activeElement) || $("list").contains(document.activeElement);
    choose(-1);
    if (there) (optionOf(at) || $("search")).focus({ preventScroll: true });
  } else if (state.query) { $("search").value = ""; lookFor(""); }
};
