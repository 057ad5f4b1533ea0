package backtalk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.conversation.Answer;
import backtalk.dialogue.Button;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.OutboxMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Creates dialogues, messages and commits for tests. */
final class SampleTurns {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private SampleTurns() {}

  static Dialogue dialogue(String fact) {
    return dialogue(fact, NOW);
  }

  static Dialogue dialogue(String fact, Instant heard) {
    Dialogue blank = Dialogue.begin("hash", heard);
    return new Dialogue(
        blank.conversation(),
        new Facts(Map.of(fact, new FactValue(Answer.YES, heard))),
        true,
        blank.question(),
        List.of(),
        Optional.empty(),
        heard);
  }

  /** Returns a turn that records {@code fact} and sends no message. */
  static Commit turn(ChatId chat, long update, long revision, String fact) {
    return new Commit(
        chat, update, revision, revision + 1, Optional.of(dialogue(fact)), List.of(), false, NOW);
  }

  static Commit saying(Commit commit, OutboxMessage... outgoing) {
    return new Commit(
        commit.chat(),
        commit.update(),
        commit.revision(),
        commit.next(),
        commit.dialogue(),
        List.of(outgoing),
        commit.forget(),
        commit.at());
  }

  /** Returns the same turn with another next revision. */
  static Commit to(Commit commit, long next) {
    return new Commit(
        commit.chat(),
        commit.update(),
        commit.revision(),
        next,
        commit.dialogue(),
        commit.outgoing(),
        commit.forget(),
        commit.at());
  }

  static Commit at(Commit commit, Instant at) {
    return new Commit(
        commit.chat(),
        commit.update(),
        commit.revision(),
        commit.next(),
        commit.dialogue().map(old -> dialogue("heard", at)),
        commit.outgoing(),
        commit.forget(),
        at);
  }

  static Commit inGroup(ChatId chat, long update, OutboxMessage... outgoing) {
    return new Commit(chat, update, 0, update, Optional.empty(), List.of(outgoing), false, NOW);
  }

  static Commit forgetting(ChatId chat, long update, long revision, OutboxMessage... farewell) {
    return new Commit(
        chat,
        update,
        revision,
        revision + 1,
        Optional.of(dialogue("gone")),
        List.of(farewell),
        true,
        NOW);
  }

  static OutboxMessage question(ChatId chat, long revision, int seq) {
    return sending(chat, revision, seq, Message.Kind.QUESTION, "Does it hurt?");
  }

  static OutboxMessage note(ChatId chat, long revision, int seq) {
    return sending(chat, revision, seq, Message.Kind.NOTE, "Good to know.");
  }

  static OutboxMessage sending(
      ChatId chat, long revision, int seq, Message.Kind kind, String words) {
    return going(
        chat,
        revision,
        seq,
        message(kind, words),
        new OutboxMessage.Way.Send(OptionalLong.empty()));
  }

  static OutboxMessage going(
      ChatId chat, long revision, int seq, Message message, OutboxMessage.Way way) {
    return new OutboxMessage(chat, revision, seq, message, way, OptionalLong.empty());
  }

  static Message message(Message.Kind kind, String words) {
    FormattedText text =
        new FormattedText(words, List.of(new FormattedText.Mark(FormattedText.Style.BOLD, 0, 4)));
    return new Message(kind, text, List.of(List.of(new Button("Yes", "n.1.a:x:y"))));
  }

  /** Returns one turn of a new chat for each fact. */
  static List<Commit> turns(ChatId chat, long firstUpdate, String... facts) {
    List<Commit> turns = new ArrayList<>();
    for (String fact : facts) {
      turns.add(turn(chat, firstUpdate + turns.size(), turns.size(), fact));
    }
    return turns;
  }

  /** Returns the query for the dialogues of another conversation, with its parameters filled in. */
  static String bodiesOtherThan(String conversation) {
    try (InputStream file =
        Objects.requireNonNull(SampleTurns.class.getResourceAsStream("/store/find-bodies.sql"))) {
      return new String(file.readAllBytes(), UTF_8)
          .replace(":same_in_body", "'%" + conversation + "%'")
          .replace(":same", "'" + conversation + "'");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
