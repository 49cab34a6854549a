// Follows what is being said as long as its reader is at the end, and never moves it otherwise.
const NEAR = 40;

export function follower(place, jump) {
  let following = true;

  const atEnd = () => place.scrollHeight - place.scrollTop - place.clientHeight < NEAR;
  const toEnd = () => {
    following = true;
    place.scrollTop = place.scrollHeight;
    jump.hidden = true;
  };
  place.addEventListener('scroll', () => {
    following = atEnd();
    jump.hidden = following;
  }, { passive: true });
  jump.addEventListener('click', toEnd);
  const grown = () => (following ? toEnd() : undefined);
  const resized = new ResizeObserver(grown);
  resized.observe(place);
  resized.observe(place.firstElementChild);
  return { grown, toEnd };
}
