package backtalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Listening;
import backtalk.library.ChatTest;
import backtalk.library.Library;
import backtalk.library.Reading;
import backtalk.proof.Booklet;
import backtalk.proof.Prover;
import backtalk.proof.Shift;
import backtalk.proof.Written;
import backtalk.understanding.Expected;
import backtalk.understanding.Heard;
import backtalk.understanding.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever line of the conversation is made wrong is caught: on reading, by the proof, or by the
 * chats that must hold. One mutation in so many is tried; {@code -Dmutations=1} tries them all.
 */
class MutationTest {
  private static final int ONE_IN = Integer.getInteger("mutations", 20);

  /** What the ears are tuned by takes long to read, and no mutation is about it. */
  private static final List<String> NOT_NEEDED =
      List.of("lexicon.yaml", "flags.yaml", "slang.yaml", "cues.yaml", "thresholds.yaml");

  private static final Conversation ORIGINAL = Written.read(Written.BACK);
  private static final Bot BOT = Bot.of(ORIGINAL, 30, Path.of("target/hearing"));
  private static final List<ChatTest> TESTS = Shelf.tests(Written.BACK);
  private static final String SAID = Booklet.of(BOT.conversation());

  /** Read it after a run: who caught how many, and which nobody caught. */
  private static final Path REPORT = Path.of("target/mutations.txt");

  @TempDir private Path folder;

  /** Who caught a mutation. */
  private enum Caught {
    ON_READING,
    BY_PROOF,
    BY_A_CHAT,
    NOT
  }

  /** Who caught a mutation, and what it does to people. */
  private record Verdict(Caught caught, Shift shift) {}

  @Test
  void whatIsMadeWrongIsCaught() throws IOException {
    Written.copy(Written.BACK, folder);
    for (String file : NOT_NEEDED) {
      Files.delete(folder.resolve("wording").resolve(file));
    }
    List<String> places = new ArrayList<>(ORIGINAL.machine().states().keySet());
    places.addAll(ORIGINAL.machine().outcomes().keySet());
    List<Mutation> all = new Mutations(places).of(folder);
    Listener remembering = new Remembering(BOT.listener());
    Map<Mutation.Kind, Map<Caught, Integer>> table = new TreeMap<>();
    List<String> survivors = new ArrayList<>();
    for (int i = 0; i < all.size(); i += ONE_IN) {
      Mutation mutation = all.get(i);
      Verdict verdict = verdict(mutation, remembering);
      table
          .computeIfAbsent(mutation.kind(), kind -> new TreeMap<>())
          .merge(verdict.caught(), 1, Integer::sum);
      if (verdict.caught() == Caught.NOT) {
        survivors.add(mutation + " [" + verdict.shift() + "]");
      }
      boolean late = verdict.caught() != Caught.ON_READING && verdict.caught() != Caught.BY_PROOF;
      assertThat(late && verdict.shift() == Shift.MILDER).as("%s", mutation).isFalse();
    }
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, all.size() + " mutations, one in " + ONE_IN + ": " + table + "\n");
    Files.write(REPORT, survivors, StandardOpenOption.APPEND);
    assertThat(survivors).allMatch(survivor -> survivor.endsWith("[NONE]"));
    assertThat(survivors.size() * 20).isLessThanOrEqualTo(all.size() / ONE_IN);
  }

  private Verdict verdict(Mutation mutation, Listener listener) throws IOException {
    Path file = mutation.in(folder);
    List<String> lines = Files.readAllLines(file);
    try {
      Files.write(file, mutation.in(lines));
      return switch (Library.read(folder)) {
        case Reading.Refused refused -> new Verdict(Caught.ON_READING, Shift.NONE);
        case Reading.Read(Conversation conversation, var locations) ->
            new Verdict(caught(conversation, listener), Shift.between(ORIGINAL, conversation));
      };
    } finally {
      Files.write(file, lines);
    }
  }

  private static Caught caught(Conversation conversation, Listener listener) {
    if (!Prover.broken(conversation).isEmpty()) {
      return Caught.BY_PROOF;
    }
    return chats(conversation, listener) ? Caught.NOT : Caught.BY_A_CHAT;
  }

  private static boolean chats(Conversation written, Listener listener) {
    Conversation conversation = written.keptFor(30);
    Engine engine = new Engine(conversation);
    Bot bot = new Bot(conversation, listener, new Listening(engine, listener), engine, Set.of());
    TestPlayer player = new TestPlayer(bot, exchange -> {});
    return Booklet.of(conversation).equals(SAID)
        && TESTS.stream().allMatch(test -> player.play(test).isEmpty());
  }

  /** Hears everything once only: no mutation is about how words are heard. */
  private record Remembering(Listener listener, Map<List<Object>, Heard> heard)
      implements Listener {
    Remembering(Listener listener) {
      this(listener, new HashMap<>());
    }

    @Override
    public Heard hear(String text, Expected expected) {
      return heard.computeIfAbsent(List.of(text, expected), key -> listener.hear(text, expected));
    }
  }
}
