package backtalk.cli.chattest;

import backtalk.config.InvalidConfigException;
import backtalk.loader.chattests.ChatTest.Step;
import backtalk.loader.chattests.ChatTestAppender;
import backtalk.loader.chattests.InvalidTestFileException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The end of a recorded chat: it is kept in its file once, however the chat ends. */
public final class RecordingFile {
  private final Path file;
  private final ChatTestAppender chatTestAppender;
  private final PrintStream err;
  private boolean done;
  private boolean kept;

  private RecordingFile(Path file, ChatTestAppender chatTestAppender, PrintStream err) {
    this.file = file;
    this.chatTestAppender = chatTestAppender;
    this.err = err;
  }

  /** A recording into a file; one that cannot take it is a bad setting. */
  public static RecordingFile into(Path file, PrintStream err) {
    try {
      return new RecordingFile(file, ChatTestAppender.open(file), err);
    } catch (InvalidTestFileException unfit) {
      throw new InvalidConfigException(List.of("--record: " + unfit.why()));
    }
  }

  /** Keeps the chat also when the process is told to end while it waits for a line. */
  public void keepOnEnd(ChatRecorder chatRecorder) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> keep(chatRecorder)));
  }

  /**
   * Writes the chat into the file and says so; what cannot be written is shown instead. Whoever
   * comes second waits, or the process would end in the middle of the writing.
   */
  public synchronized boolean keep(ChatRecorder chatRecorder) {
    if (!done) {
      done = true;
      kept = keepNow(chatRecorder);
    }
    return kept;
  }

  private boolean keepNow(ChatRecorder chatRecorder) {
    if (chatRecorder.empty()) {
      err.println("backtalk: nothing was said, so nothing is recorded");
      return true;
    }
    return write(chatRecorder.name(), chatRecorder.steps());
  }

  private boolean write(String name, List<Step> steps) {
    try {
      ChatTestAppender.Added added = chatTestAppender.add(name, steps);
      err.println("backtalk: recorded at " + file + ":" + added.line() + ": " + added.name());
      return true;
    } catch (InvalidTestFileException unfit) {
      show(unfit.why(), name, steps);
    } catch (UncheckedIOException failed) {
      show(String.valueOf(failed.getMessage()), name, steps);
    }
    return false;
  }

  private void show(String why, String name, List<Step> steps) {
    err.println("backtalk: " + why + "; the chat is:");
    err.print(ChatTestAppender.lines(name, steps));
  }
}
