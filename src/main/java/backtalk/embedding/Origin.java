package backtalk.embedding;

import backtalk.understanding.Embedder;
import backtalk.understanding.Sha256;
import backtalk.understanding.Tuning;

/**
 * Says by two hashes what something was learned from and by.
 *
 * @param embedder hash of the model's name and of the classes that embed
 * @param all hash of that, of the examples and of the classes that learn
 */
record Origin(String embedder, String all) {

  /** The origin of what the running program would learn now. */
  static Origin of(Tuning tuning, Embedder embedder) {
    ProgramClasses classes = new ProgramClasses(ModelFiles.program());
    String by = hash(embedder.model(), classes.sha256("backtalk/embedding/"));
    return new Origin(by, hash(by, tuning.print(), classes.sha256("backtalk/understanding/")));
  }

  private static String hash(String... parts) {
    Sha256 sha256 = new Sha256();
    for (String part : parts) {
      sha256.add(part + '\n');
    }
    return sha256.hex();
  }
}
