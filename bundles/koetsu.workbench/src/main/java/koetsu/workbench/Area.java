package koetsu.workbench;

/** A stack of tabs in the window; documents stand in the centre. */
public enum Area {
  LEFT,
  CENTRE,
  RIGHT,
  BOTTOM
}
