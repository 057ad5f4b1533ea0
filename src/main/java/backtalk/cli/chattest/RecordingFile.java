package backtalk.cli.chattest;

import backtalk.config.InvalidConfigException;
import backtalk.loader.InvalidFileException;
import backtalk.loader.chattests.ChatTest.Step;
import backtalk.loader.chattests.ChatTestAppender;
import backtalk.loader.chattests.ChatTestWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a recorded chat to its file once, however the chat ends. */
public final class RecordingFile {
  private final Path file;
  private final ChatTestAppender appender;
  private final PrintStream err;
  private boolean done;
  private boolean saved;

  private RecordingFile(Path file, ChatTestAppender appender, PrintStream err) {
    this.file = file;
    this.appender = appender;
    this.err = err;
  }

  /** Opens the file; throws {@link InvalidConfigException} where it cannot take a test. */
  public static RecordingFile into(Path file, PrintStream err) {
    try {
      return new RecordingFile(file, ChatTestAppender.open(file), err);
    } catch (InvalidFileException unfit) {
      throw new InvalidConfigException(List.of("--record: " + unfit.getMessage()));
    }
  }

  /** Saves the chat also when the process is asked to stop while it waits for a line. */
  public void saveOnExit(ChatRecorder recorder) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> save(recorder)));
  }

  /**
   * Writes the chat to the file and reports the location, or prints the chat where the file cannot
   * be written. A second caller waits, so that the process does not end during the write.
   */
  public synchronized boolean save(ChatRecorder recorder) {
    if (!done) {
      done = true;
      saved = saveNow(recorder);
    }
    return saved;
  }

  private boolean saveNow(ChatRecorder recorder) {
    if (recorder.empty()) {
      err.println("backtalk: nothing was said, so nothing is recorded");
      return true;
    }
    String name = recorder.name();
    List<Step> steps = recorder.steps();
    try {
      ChatTestAppender.Added added = appender.add(name, steps);
      err.println("backtalk: recorded at " + file + ":" + added.line() + ": " + added.name());
      return true;
    } catch (UncheckedIOException failed) {
      err.println("backtalk: " + failed.getMessage() + "; the chat is:");
      err.print(ChatTestWriter.of(name, steps));
      return false;
    }
  }
}
