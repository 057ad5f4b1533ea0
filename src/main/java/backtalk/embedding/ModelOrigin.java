package backtalk.embedding;

import backtalk.understanding.Embedder;
import backtalk.understanding.NluConfig;
import backtalk.understanding.Sha256;

/**
 * Says by two hashes what something was learned from and by.
 *
 * @param embedder hash of the model's name and of the classes that embed
 * @param all hash of that, of the examples and of the classes that learn
 */
record ModelOrigin(String embedder, String all) {

  /** The origin of what the running program would learn now. */
  static ModelOrigin of(NluConfig config, Embedder embedder) {
    ClassHash classes = new ClassHash(ModelFiles.program());
    String by = hash(embedder.model(), classes.sha256("backtalk/embedding/"));
    return new ModelOrigin(by, hash(by, config.print(), classes.sha256("backtalk/understanding/")));
  }

  private static String hash(String... parts) {
    Sha256 sha256 = new Sha256();
    for (String part : parts) {
      sha256.add(part + '\n');
    }
    return sha256.hex();
  }
}
