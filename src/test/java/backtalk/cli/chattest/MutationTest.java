package backtalk.cli.chattest;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.cli.Mutation;
import backtalk.cli.Mutations;
import backtalk.conversation.Conversation;
import backtalk.dialogue.Engine;
import backtalk.dialogue.input.InputInterpreter;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import backtalk.loader.chattests.ChatTest;
import backtalk.proof.BrokenPromises;
import backtalk.proof.ConversationTranscript;
import backtalk.proof.OutcomeChange;
import backtalk.proof.TestConversations;
import backtalk.understanding.Interpreter;
import backtalk.understanding.NluResult;
import backtalk.understanding.OpenPrompt;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes one line of the real conversation at a time, and requires that reading, the proof or the
 * chat tests find it. It alone finds gaps between these three, such as a changed line that no chat
 * test covers. Only one mutation in 200 is tried, and one in 20 by the thorough test; {@code
 * -Dmutations=1} makes that try all of them.
 */
class MutationTest {
  private static final int ONE_IN = Integer.getInteger("mutations", 20);

  /** Lists language data that takes long to read and that no mutation changes. */
  private static final List<String> NOT_NEEDED =
      List.of("lexicon.yaml", "flags.yaml", "slang.yaml", "cues.yaml", "thresholds.yaml");

  private static final Conversation ORIGINAL = TestConversations.read(TestConversations.BACK);
  private static final Bot BOT =
      Bot.of(ORIGINAL, 30, Path.of("target/hearing"), OnnxEmbedder.load());
  private static final List<ChatTest> TESTS = BotFactory.tests(TestConversations.BACK);
  private static final String TRANSCRIPT = ConversationTranscript.of(BOT.conversation());

  /** Holds the report of a run: the mutations caught by each check, and those not caught. */
  private static final Path REPORT = Path.of("target/mutations.txt");

  @TempDir private Path folder;

  /** Lists the checks that catch a mutation. */
  private enum Caught {
    ON_READING,
    BY_PROOF,
    BY_A_CHAT,
    NOT
  }

  /** Holds the check that caught a mutation, and the mutation's effect on outcomes. */
  private record Verdict(Caught caught, OutcomeChange change) {}

  @Test
  void aFewMutationsAreCaught() throws IOException {
    assertCaught(200);
  }

  @Test
  @Tag("thorough")
  void mutationsAreCaught() throws IOException {
    assertCaught(ONE_IN);
  }

  private void assertCaught(int oneIn) throws IOException {
    TestConversations.copy(TestConversations.BACK, folder);
    for (String file : NOT_NEEDED) {
      Files.delete(folder.resolve("wording").resolve(file));
    }
    List<String> positions = new ArrayList<>(ORIGINAL.machine().states().keySet());
    positions.addAll(ORIGINAL.machine().outcomes().keySet());
    List<Mutation> all = new Mutations(positions).of(folder);
    Interpreter caching = new CachingInterpreter(BOT.interpreter());
    Map<Mutation.Kind, Map<Caught, Integer>> table = new TreeMap<>();
    List<String> survivors = new ArrayList<>();
    for (int i = 0; i < all.size(); i += oneIn) {
      Mutation mutation = all.get(i);
      Verdict verdict = verdict(mutation, caching);
      table
          .computeIfAbsent(mutation.kind(), kind -> new TreeMap<>())
          .merge(verdict.caught(), 1, Integer::sum);
      if (verdict.caught() == Caught.NOT) {
        survivors.add(mutation + " [" + verdict.change() + "]");
      }
      boolean late = verdict.caught() != Caught.ON_READING && verdict.caught() != Caught.BY_PROOF;
      assertThat(late && verdict.change() == OutcomeChange.MILDER).as("%s", mutation).isFalse();
    }
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, all.size() + " mutations, one in " + oneIn + ": " + table + "\n");
    Files.write(REPORT, survivors, StandardOpenOption.APPEND);
    assertThat(survivors).allMatch(survivor -> survivor.endsWith("[NONE]"));
    assertThat(survivors.size() * 20).isLessThanOrEqualTo(Math.max(20, all.size() / oneIn));
  }

  private Verdict verdict(Mutation mutation, Interpreter interpreter) throws IOException {
    Path file = mutation.in(folder);
    List<String> lines = Files.readAllLines(file);
    try {
      Files.write(file, mutation.in(lines));
      return switch (ConversationFiles.of(folder).read()) {
        case LoadResult.Refused refused -> new Verdict(Caught.ON_READING, OutcomeChange.NONE);
        case LoadResult.Read(Conversation conversation, var sourceMap) ->
            new Verdict(
                caught(conversation, interpreter), OutcomeChange.between(ORIGINAL, conversation));
      };
    } finally {
      Files.write(file, lines);
    }
  }

  private static Caught caught(Conversation conversation, Interpreter interpreter) {
    if (!BrokenPromises.of(conversation).isEmpty()) {
      return Caught.BY_PROOF;
    }
    return chats(conversation, interpreter) ? Caught.NOT : Caught.BY_A_CHAT;
  }

  private static boolean chats(Conversation written, Interpreter interpreter) {
    Conversation conversation = written.withRetentionDays(30);
    Engine engine = new Engine(conversation);
    Bot bot =
        new Bot(conversation, interpreter, new InputInterpreter(interpreter), engine, Set.of());
    TestPlayer player = new TestPlayer(bot, exchange -> {});
    return ConversationTranscript.of(conversation).equals(TRANSCRIPT)
        && TESTS.stream().allMatch(test -> player.play(test).isEmpty());
  }

  /** Interprets each input once, because no mutation changes the interpretation. */
  private record CachingInterpreter(Interpreter interpreter, Map<List<Object>, NluResult> results)
      implements Interpreter {
    CachingInterpreter(Interpreter interpreter) {
      this(interpreter, new HashMap<>());
    }

    @Override
    public NluResult interpret(String text, OpenPrompt prompt) {
      return results.computeIfAbsent(
          List.of(text, prompt), key -> interpreter.interpret(text, prompt));
    }
  }
}
