package backtalk.embedding;

import backtalk.understanding.Embedder;
import backtalk.understanding.NluConfig;
import backtalk.understanding.Sha256;

/**
 * Identifies the inputs of a trained model by two hashes.
 *
 * @param embedder hash of the embedding model's name and of the classes that embed
 * @param all hash of {@code embedder}, the training examples and the classes that train
 */
record ModelOrigin(String embedder, String all) {

  /** Returns the origin of a model that the running program would train now. */
  static ModelOrigin of(NluConfig config, Embedder embedder) {
    ClassHash classes = new ClassHash(ModelFiles.program());
    String embedderHash = hash(embedder.model(), classes.sha256("backtalk/embedding/"));
    return new ModelOrigin(
        embedderHash,
        hash(
            embedderHash,
            config.trainingHash(),
            classes.sha256("backtalk/understanding/model/"),
            classes.sha256("backtalk/understanding/text/")));
  }

  private static String hash(String... parts) {
    Sha256 sha256 = new Sha256();
    for (String part : parts) {
      sha256.add(part + '\n');
    }
    return sha256.hex();
  }
}
