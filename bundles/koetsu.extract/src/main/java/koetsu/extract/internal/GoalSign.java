package koetsu.extract.internal;

/**
 * What speaks for a number of an outcome block being a goal, or against it; the weights of all
 * signs of a number add up, and above zero it is one.
 */
enum GoalSign {
  /** The heading says that goals follow. */
  OUTCOME(1.5, "an outcome block"),

  GOAL_HEADING(1.0, "a heading of goals"),
  BOUND(0.75, "a bound"),
  AIM(1.0, "an aim"),
  DEADLINE(0.75, "a deadline"),
  HORIZON(0.5, "a horizon"),
  MEASURED(0.5, "what is measured"),

  /** The unit is in no lexicon: 3手法. */
  UNKNOWN_UNIT(-0.75, "its unit is in no lexicon"),
  NO_UNIT(-0.5, "it has no unit"),
  /** The unit may be longer than what was read: 5地方公共団体. */
  LONGER_UNIT(-1.25, "a noun follows its unit"),

  /** The sentence prints years that do not govern it, or several that might. */
  OTHER_YEARS(-0.75, "its sentence prints other years"),

  /** The year was said for other numbers first, or stands behind, or elsewhere. */
  DISTANT_DEADLINE(-0.75, "its deadline is some way off"),
  DISTANT_HORIZON(-0.5, "its horizon stands in another sentence"),

  /** Of two numbers of one clause the first may say which ones the second counts. */
  ANOTHER_NUMBER(-0.75, "another number follows in its clause"),
  /** Two numbers of one sentence may have been confused. */
  REFUSED(-0.75, "another number of its sentence is no goal"),
  UNUSUAL(-0.5, "it counts money or time"),
  ATTRIBUTE(-1, "it is a property of something"),
  BRACKET(-0.5, "it stands in brackets"),

  LEVEL(-6, "a premise: "),
  SIZE(-6, "a premise: "),
  LIST(-6, "it counts the goals that follow"),
  WHO(-6, "a threshold that says who is meant"),
  CLAUSE(-6, "a premise: it says which ones the number behind it counts"),
  PROPERTY(-6, "a property of something that is used or meant"),
  YEAR(-6, "a year"),
  STATED(-6, "the state of today: "),
  PAST(-6, "the state of a year that is over"),
  BASELINE(-6, "the state of today: a second number follows that it becomes"),
  TIME(-6, "a length of time, not a quantity"),
  NOTE(-6, "a note on the state of today"),
  SPECIFICATION(-6, "a specification in brackets");

  private final double weight;
  private final String says;

  GoalSign(double weight, String says) {
    this.weight = weight;
    this.says = says;
  }

  double weight() {
    return weight;
  }

  String says() {
    return says;
  }
}
