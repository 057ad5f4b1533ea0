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
 * Questions that could not be answered, a line of JSON each: the day and the redacted words. They
 * are written a handful at a time and shuffled, so that no line of the log tells whose one is. What
 * was not written yet is lost with the process, and nobody is promised otherwise.
 */
public final class UnansweredQuestionLog implements UnansweredQuestionSink, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UnansweredQuestionLog.class);
  private static final String NAME = "questions.jsonl";
  private static final int HANDFUL = 8;
  private static final int LONGEST = 300;
  private static final JsonMapper JSON = new JsonMapper();
  private static final SecureRandom DICE = new SecureRandom();

  private final Path directory;
  private final Path file;
  private final Redaction redaction;
  private final InstantSource clock;
  private final List<String> waiting = new ArrayList<>();

  /** The file of a directory; both are made with the first question. */
  public UnansweredQuestionLog(Path directory, Redaction redaction, InstantSource clock) {
    this.directory = directory.toAbsolutePath();
    this.file = this.directory.resolve(NAME);
    this.redaction = redaction;
    this.clock = clock;
  }

  @Override
  public synchronized void note(String question) {
    String redacted = redaction.of(question);
    String words = redacted.substring(0, Math.min(LONGEST, redacted.length()));
    if (words.codePoints().anyMatch(Character::isLetter)) {
      waiting.add(line(words));
    }
    if (waiting.size() >= HANDFUL) {
      write();
    }
  }

  /**
   * Takes away the questions of days before this moment's; a file that fails is tried next time.
   */
  public synchronized void expire(Instant before) {
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        replace(Files.readAllLines(file).stream().filter(line -> isYoung(line, before)).toList());
      }
    } catch (IOException failing) {
      LOG.warn("old questions cannot be taken out of {} now", file);
    }
  }

  /** Writes what is left. */
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
    Collections.shuffle(waiting, DICE);
    try {
      if (!waiting.isEmpty()) {
        PrivateDirectory.make(directory);
        DataDirectory.makeFile(file);
        Files.write(file, waiting, UTF_8, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
      }
    } catch (IOException | StoreException failing) {
      LOG.warn("questions cannot be written to {}", file);
    }
    waiting.clear();
  }

  private void replace(List<String> lines) throws IOException {
    Path fresh = file.resolveSibling(NAME + ".new");
    Files.deleteIfExists(fresh);
    DataDirectory.makeFile(fresh);
    Files.write(fresh, lines, UTF_8, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A line that cannot be read does not tell how old it is, and goes. */
  private static boolean isYoung(String line, Instant before) {
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
