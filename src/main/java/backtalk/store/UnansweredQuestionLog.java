package backtalk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.dialogue.ports.UnansweredQuestionSink;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs redacted questions that the bot could not answer, with the day, as one JSON object a line.
 * Questions are written in shuffled batches, so that the file cannot be matched with the program's
 * log. Questions not written yet are lost when the process is killed.
 */
public final class UnansweredQuestionLog implements UnansweredQuestionSink, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UnansweredQuestionLog.class);
  private static final String FILE_NAME = "questions.jsonl";
  private static final int BATCH = 8;
  private static final int MAX_CHARS = 300;
  private static final JsonMapper JSON = new JsonMapper();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path directory;
  private final Path file;
  private final Redaction redaction;
  private final InstantSource clock;
  private final List<String> waiting = new ArrayList<>();

  /** Creates the log; the directory and the file are created with the first batch. */
  public UnansweredQuestionLog(Path directory, Redaction redaction, InstantSource clock) {
    this.directory = directory.toAbsolutePath();
    this.file = this.directory.resolve(FILE_NAME);
    this.redaction = redaction;
    this.clock = clock;
  }

  @Override
  public synchronized void note(String question) {
    String redacted = redaction.of(question);
    String words = redacted.substring(0, Math.min(MAX_CHARS, redacted.length()));
    if (words.codePoints().anyMatch(Character::isLetter)) {
      waiting.add(line(words));
    }
    if (waiting.size() >= BATCH) {
      write();
    }
  }

  /**
   * Removes questions older than the day of {@code before}; after a failure the next call tries
   * again.
   */
  public synchronized void expire(Instant before) {
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        replace(Files.readAllLines(file).stream().filter(line -> isCurrent(line, before)).toList());
      }
    } catch (IOException failing) {
      LOG.warn("old questions cannot be removed from {} now", file);
    }
  }

  /** Writes the remaining questions. */
  @Override
  public synchronized void close() {
    write();
  }

  private String line(String words) {
    ObjectNode line = JSON.createObjectNode();
    line.put("day", day(clock.instant()).toString());
    line.put("question", words);
    return line.toString();
  }

  private void write() {
    Collections.shuffle(waiting, RANDOM);
    try {
      if (!waiting.isEmpty()) {
        PrivateDirectory.make(directory);
        DataDirectory.createFile(file);
        Files.write(file, waiting, UTF_8, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
      }
    } catch (IOException | StoreException failing) {
      LOG.warn("questions cannot be written to {}", file);
    }
    waiting.clear();
  }

  private void replace(List<String> lines) throws IOException {
    Path fresh = file.resolveSibling(FILE_NAME + ".new");
    Files.deleteIfExists(fresh);
    DataDirectory.createFile(fresh);
    Files.write(fresh, lines, UTF_8, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Returns false for an old line and for one that cannot be parsed. */
  private static boolean isCurrent(String line, Instant before) {
    try {
      LocalDate day = LocalDate.parse(JSON.readTree(line).path("day").asText());
      return !day.isBefore(day(before));
    } catch (IOException | RuntimeException broken) {
      return false;
    }
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
