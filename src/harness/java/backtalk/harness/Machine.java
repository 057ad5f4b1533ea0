package backtalk.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux tells of a running process. */
record Machine(long pid) {
  private static final double TICKS_OF_A_SECOND = 100;
  private static final int UTIME = 11;

  /** The most memory ever in use, in MB. */
  long mostResident() {
    return megabytes("VmHWM:");
  }

  /** Seconds of processor used so far, over all threads. */
  double processor() {
    String stat = read("stat");
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return (Long.parseLong(fields.get(UTIME)) + Long.parseLong(fields.get(UTIME + 1)))
        / TICKS_OF_A_SECOND;
  }

  private long megabytes(String name) {
    return read("status")
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
        .findFirst()
        .orElse(0);
  }

  private String read(String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
