package backtalk.cli;

import backtalk.BadSettings;
import backtalk.library.ChatTest.Step;
import backtalk.library.Notebook;
import backtalk.library.UnfitFile;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The end of a recorded chat: it is kept in its file once, however the chat ends. */
final class Recording {
  private final Path file;
  private final Notebook notebook;
  private final PrintStream err;
  private boolean done;
  private boolean kept;

  private Recording(Path file, Notebook notebook, PrintStream err) {
    this.file = file;
    this.notebook = notebook;
    this.err = err;
  }

  /** A recording into a file; one that cannot take it is a bad setting. */
  static Recording into(Path file, PrintStream err) {
    try {
      return new Recording(file, Notebook.open(file), err);
    } catch (UnfitFile unfit) {
      throw new BadSettings(List.of("--record: " + unfit.why()));
    }
  }

  /** Keeps the chat also when the process is told to end while it waits for a line. */
  void keepOnEnd(Recorder recorder) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> keep(recorder)));
  }

  /**
   * Writes the chat into the file and says so; what cannot be written is shown instead. Whoever
   * comes second waits, or the process would end in the middle of the writing.
   */
  synchronized boolean keep(Recorder recorder) {
    if (!done) {
      done = true;
      kept = keepNow(recorder);
    }
    return kept;
  }

  private boolean keepNow(Recorder recorder) {
    if (recorder.empty()) {
      err.println("backtalk: nothing was said, so nothing is recorded");
      return true;
    }
    return write(recorder.name(), recorder.steps());
  }

  private boolean write(String name, List<Step> steps) {
    try {
      Notebook.Added added = notebook.add(name, steps);
      err.println("backtalk: recorded at " + file + ":" + added.line() + ": " + added.name());
      return true;
    } catch (UnfitFile unfit) {
      show(unfit.why(), name, steps);
    } catch (UncheckedIOException failed) {
      show(String.valueOf(failed.getMessage()), name, steps);
    }
    return false;
  }

  private void show(String why, String name, List<Step> steps) {
    err.println("backtalk: " + why + "; the chat is:");
    err.print(Notebook.lines(name, steps));
  }
}
