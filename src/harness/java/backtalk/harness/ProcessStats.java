package backtalk.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a running process's statistics from Linux's /proc. */
record ProcessStats(long pid) {
  private static final double TICKS_PER_SECOND = 100;
  private static final int UTIME_INDEX = 11;

  /** Returns the peak resident memory, in MB. */
  long peakResident() {
    return megabytes("VmHWM:");
  }

  /** Returns the processor time used so far by all threads, in seconds. */
  double processorSeconds() {
    String stat = read("stat");
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return (Long.parseLong(fields.get(UTIME_INDEX)) + Long.parseLong(fields.get(UTIME_INDEX + 1)))
        / TICKS_PER_SECOND;
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
