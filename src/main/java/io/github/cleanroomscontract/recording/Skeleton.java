package io.github.cleanroomscontract.recording;

/** Texts of which only the kinds of characters are left. */
final class Skeleton {

  private Skeleton() {}

  /** Returns a text with x for letters and 0 for digits; what is not ASCII and no letter is #. */
  static String of(String text) {
    StringBuilder skeleton = new StringBuilder(text.length());
    text.codePoints().map(Skeleton::of).forEach(skeleton::appendCodePoint);
    return skeleton.toString();
  }

  private static int of(int c) {
    if (Character.isLetter(c)) {
      return 'x';
    }
    if (Character.isDigit(c)) {
      return '0';
    }
    int type = Character.getType(c);
    boolean blank = type == Character.SURROGATE || type == Character.LINE_SEPARATOR;
    return c < 0xA0 || blank || Character.isSpaceChar(c) ? c : '#';
  }
}
