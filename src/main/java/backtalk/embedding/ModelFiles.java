package backtalk.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Locates the files of a model and of its runtime.
 *
 * <p>They are packed in jars; the build also unpacks the runtime beside the program's jar, which
 * then needs no temporary folder with execute permission, and writes the model there with its
 * weights in a file of their own. The runtime maps that file instead of copying it, which takes 90
 * MB less memory and a third of the time.
 *
 * @param name the common prefix of the file names
 * @param unpacked the folder of unpacked files; it may be absent
 */
record ModelFiles(String name, Path unpacked) {

  private static final int HASH_DIGITS = 8;

  private static final String LIBRARY_PATH_PROPERTY = "onnxruntime.native.path";

  /**
   * Returns the files of the model called {@code name}, unpacked beside the running program if the
   * build did so.
   */
  static ModelFiles of(String name) {
    return new ModelFiles(name, program().resolveSibling("lib/unpacked"));
  }

  /** Returns the program's jar, or the folder of its classes. */
  static Path program() {
    String location =
        ModelFiles.class.getProtectionDomain().getCodeSource().getLocation().toString();
    return Path.of(URI.create(location));
  }

  Vocabulary vocabulary() {
    try (InputStream file = resource(name + "-tokenizer.json")) {
      return Vocabulary.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Starts the runtime; a process has exactly one. */
  OrtEnvironment runtime() {
    Path libraries = unpacked.resolve("ai/onnxruntime/native").resolve(platform());
    if (Files.isDirectory(libraries) && System.getProperty(LIBRARY_PATH_PROPERTY) == null) {
      System.setProperty(LIBRARY_PATH_PROPERTY, libraries.toString());
    }
    return RuntimeEnvironment.get();
  }

  /** Returns the runtime's name for this platform; the build unpacks libraries for Linux only. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system + "-" + System.getProperty("os.arch").replace("amd64", "x64");
  }

  OrtSession session(OrtEnvironment runtime, SessionOptions options)
      throws OrtException, IOException {
    Path file = prepared(runtime);
    if (!Files.isRegularFile(file)) {
      return runtime.createSession(packed(), options);
    }
    try {
      return runtime.createSession(file.toString(), options);
    } catch (OrtException e) {
      // Without the cause, whose message has several lines: the innermost message is shown.
      throw new IOException(file.getFileName() + " is not the model: " + e.getCode());
    }
  }

  /** Writes the model with its weights in a file of their own, unless that was done before. */
  void prepare() throws IOException, OrtException {
    OrtEnvironment runtime = runtime();
    Path file = prepared(runtime);
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(unpacked);
    Path folder = Files.createTempDirectory(unpacked, "model-");
    Path model = folder.resolve(file.getFileName());
    Path weights = folder.resolve(file.getFileName() + ".bin");
    try {
      write(model, weights, runtime);
      // First, because a file of the model without its weights cannot be loaded.
      move(weights, file);
      move(model, file);
    } finally {
      Files.deleteIfExists(weights);
      Files.deleteIfExists(model);
      Files.delete(folder);
    }
  }

  private void write(Path model, Path weights, OrtEnvironment runtime)
      throws IOException, OrtException {
    try (SessionOptions options = new SessionOptions()) {
      // Each start optimises for its own processor; these optimisations fit every one.
      options.setOptimizationLevel(SessionOptions.OptLevel.BASIC_OPT);
      options.setOptimizedModelFilePath(model.toString());
      options.addConfigEntry(
          "session.optimized_model_external_initializers_file_name",
          weights.getFileName().toString());
      runtime.createSession(packed(), options).close();
    }
  }

  /**
   * Moves a part of the prepared model into place, where every user may read it. A program that has
   * mapped weights of that name keeps the old file.
   */
  private static void move(Path part, Path prepared) throws IOException {
    TrainedModelFile.readableByAll(part);
    Files.move(
        part,
        prepared.resolveSibling(part.getFileName()),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Returns the file of the prepared model. Its name tells the version of the runtime and the
   * classes that made it.
   */
  Path prepared(OrtEnvironment runtime) {
    String classes =
        new ClassHash(program()).sha256("backtalk/embedding/").substring(0, HASH_DIGITS);
    return unpacked.resolve("%s-%s-%s.onnx".formatted(name, runtime.getVersion(), classes));
  }

  /** Returns the model from the jar, with its middle layer as a second output. */
  private byte[] packed() throws IOException {
    try (InputStream model = resource(name + ".onnx")) {
      return LayerOutput.appendedTo(model.readAllBytes());
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream file = ModelFiles.class.getResourceAsStream("/" + name);
    if (file == null) {
      throw new FileNotFoundException(name + " is not among the program's jars");
    }
    return file;
  }
}
