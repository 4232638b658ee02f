/* Arrows and a clicker turn slides; without this the links and the window's own scrolling do. */
(function () {
  "use strict";
  var slides = document.querySelectorAll(".slide");
  function here() {
    var best = 0;
    slides.forEach(function (slide, place) {
      if (slide.getBoundingClientRect().top <= 8) best = place;
    });
    return best;
  }
  /* How much of a slide that is longer than the window is still out of sight. */
  function rest(slide, down) {
    var box = slide.getBoundingClientRect();
    return Math.max(0, down ? box.bottom - window.innerHeight : -box.top);
  }
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    var rtl = document.documentElement.dir === "rtl";
    var down = event.key === "PageDown" || event.key === (rtl ? "ArrowLeft" : "ArrowRight") || (event.key === " " && !event.shiftKey);
    var up = event.key === "PageUp" || event.key === (rtl ? "ArrowRight" : "ArrowLeft") || (event.key === " " && event.shiftKey);
    if (!down && !up) return;
    event.preventDefault();
    var place = here();
    // a slide that is longer than the window is scrolled first
    var more = rest(slides[place], down);
    if (more > 8) window.scrollBy(0, (down ? 1 : -1) * Math.min(more, 0.8 * window.innerHeight));
    else slides[Math.max(0, Math.min(slides.length - 1, place + (down ? 1 : -1)))].scrollIntoView();
  });
})();
