package backtalk.cli.evaluation;

import java.util.Locale;

/** Counts hits out of a total. */
record Proportion(int hits, int of) {

  static final Proportion NONE = new Proportion(0, 0);

  /** Sets the quantile of the normal distribution for 95 %. */
  private static final double Z = 1.96;

  Proportion plus(boolean hit) {
    return new Proportion(hits + (hit ? 1 : 0), of + 1);
  }

  Proportion plus(Proportion other) {
    return new Proportion(hits + other.hits, of + other.of);
  }

  double share() {
    return of == 0 ? 0 : (double) hits / of;
  }

  /** Returns the lower (-1) or upper (1) end of Wilson's 95 % interval, between 0 and 1. */
  double end(int side) {
    if (of == 0) {
      return side < 0 ? 0 : 1;
    }
    double share = share();
    double middle = share + Z * Z / (2 * of);
    double wide = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
    return Math.clamp((middle + side * wide) / (1 + Z * Z / of), 0, 1);
  }

  /** Formats the proportion with its interval, {@code 147/150 = 98.0 % [94.3-99.3]}. */
  String text() {
    return String.format(
        Locale.ROOT,
        "%d/%d = %.1f %% [%.1f-%.1f]",
        hits,
        of,
        100 * share(),
        100 * end(-1),
        100 * end(1));
  }
}
