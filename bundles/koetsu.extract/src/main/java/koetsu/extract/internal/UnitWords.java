package koetsu.extract.internal;

import koetsu.api.profile.Profile;

/** Tells units of the administration apart by how their names end. */
final class UnitWords {
  /** Lexicon: endings of units above an office (局, グループ, 庁 …). */
  static final String BUREAU = "office.bureau";

  /** Lexicon: endings of offices (課, 室, チーム …). */
  static final String OFFICE = "office.office";

  /** Lexicon: endings of bodies that answer enquiries without being an office. */
  static final String BODY = "enquiry.body";

  private final Words bureau;
  private final Words office;
  private final Words body;

  UnitWords(Profile profile) {
    bureau = Words.of(profile, BUREAU);
    office = Words.of(profile, OFFICE);
    body = Words.of(profile, BODY);
  }

  /** Whether a name ends like a unit above offices. */
  boolean endsLikeBureau(String name) {
    return bureau.endingAt(name, name.length()) != null;
  }

  /** Whether a name ends like an office. */
  boolean endsLikeOffice(String name) {
    return office.endingAt(name, name.length()) != null;
  }

  /** Whether a unit stands above offices: its ending says so and nothing else. */
  boolean isBureau(String name) {
    return endsLikeBureau(name) && !endsLikeOffice(name);
  }

  /** Whether a name ends like any unit or body. */
  boolean isUnit(String name) {
    return endsLikeOffice(name)
        || endsLikeBureau(name)
        || body.endingAt(name, name.length()) != null;
  }

  /** Whether a unit above offices is named anywhere in a text. */
  boolean mentionsBureau(String text) {
    return bureau.in(text);
  }

  /** The place of a bureau-level unit in the order 省, 庁, 局, 部. */
  static int rank(String unit) {
    return switch (unit.charAt(unit.length() - 1)) {
      case '省', '府', '院' -> 1;
      case '庁', '房' -> 2;
      case '部' -> unit.endsWith("本部") ? 3 : 4;
      default -> 3;
    };
  }
}
