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
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Locates the files of a model and of its runtime.
 *
 * <p>They are packed in jars; the build also unpacks the large ones beside the program's jar.
 * Loading unpacked files needs 65 MB less memory and half the start-up time, and the runtime then
 * needs no temporary folder with execute permission.
 *
 * @param name the common prefix of the file names
 * @param unpacked the folder of unpacked files; it may be absent
 */
record ModelFiles(String name, Path unpacked) {

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
    Path file = unpacked.resolve(name + ".onnx");
    if (Files.isRegularFile(file) && LayerOutput.endsWithIt(file)) {
      return runtime.createSession(file.toString(), options);
    }
    try {
      return runtime.createSession(LayerOutput.appendedTo(bytes(file)), options);
    } catch (OrtException e) {
      // Without the cause, whose message names no file: the innermost message is shown.
      throw new IOException(file.getFileName() + " is not the model: " + e.getCode());
    }
  }

  private byte[] bytes(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      return Files.readAllBytes(file);
    }
    try (InputStream packed = resource(name + ".onnx")) {
      return packed.readAllBytes();
    }
  }

  /** Makes the unpacked model show its middle layer, so that it can be loaded from the file. */
  void prepare() throws IOException {
    Path file = unpacked.resolve(name + ".onnx");
    if (Files.isRegularFile(file) && !LayerOutput.endsWithIt(file)) {
      Files.write(file, LayerOutput.bytes(), StandardOpenOption.APPEND);
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
