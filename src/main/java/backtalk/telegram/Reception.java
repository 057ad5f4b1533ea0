package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Delivery;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Incoming;
import backtalk.dialogue.Input;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Takes an update to its committed turn, and hands on what is to be said. */
final class Reception {

  /** The manners of words that somebody else wrote. */
  private static final Set<Input.Manner> PASSED_ON =
      EnumSet.of(Input.Manner.FORWARDED, Input.Manner.FORWARDED_FLOOD);

  private final Updates updates;
  private final Office office;
  private final Voice voice;
  private final Floods floods;
  private final Logbook logbook;

  Reception(Updates updates, Office office, Voice voice, Floods floods, Logbook logbook) {
    this.updates = updates;
    this.office = office;
    this.voice = voice;
    this.floods = floods;
    this.logbook = logbook;
  }

  /** Where turns are taken and kept, and what is said where they cannot be. */
  record Office(
      Turns turns,
      Dialogues dialogues,
      Patience patience,
      Fallbacks fallbacks,
      InstantSource clock) {}

  /** Takes one update to the end of its turn. */
  Taken take(Update update) {
    long id = update.getUpdateId();
    Arrival read = updates.read(update);
    logbook.came(read);
    return switch (read) {
      case Arrival.Private arrival -> guarded(id, asking(arrival));
      case Arrival.InGroup arrival -> guarded(id, asking(arrival));
      case Arrival.Misplaced(Arrival.Tap tap) -> told(tap, voice.inPrivate());
      case Arrival.Outdated(Arrival.Tap tap) -> told(tap, voice.noLongerWorks());
      case Arrival.Door(ChatId chat, boolean open) -> door(id, chat, open);
      case Arrival.Nothing nothing -> Taken.DONE;
    };
  }

  /** Tells whoever sent an update that its turn is late, unless they were told or answered. */
  void late(Update update) {
    long id = update.getUpdateId();
    switch (updates.read(update)) {
      case Arrival.Private arrival -> fallback(id, asking(arrival), Fallbacks.Reason.LATE);
      case Arrival.InGroup arrival -> fallback(id, asking(arrival), Fallbacks.Reason.LATE);
      default -> {}
    }
  }

  private void fallback(long update, Asking asking, Fallbacks.Reason reason) {
    if (office.fallbacks().settle(update)) {
      asking.tap().ifPresent(tap -> voice.answer(tap, Optional.empty()));
      office.fallbacks().send(asking.chat(), asking.place(), reason);
    }
  }

  /** What fails beside the turn would fail again: its update is put aside, too. */
  private Taken guarded(long update, Asking asking) {
    try {
      return heard(update, asking);
    } catch (RuntimeException | Error mistake) {
      logbook.failed(update, mistake);
      return putAside(update, asking);
    }
  }

  private Taken putAside(long update, Asking asking) {
    logbook.putAside(update, asking.chat(), asking.input());
    fallback(update, asking, Fallbacks.Reason.PUT_ASIDE);
    return Taken.DONE;
  }

  private Asking asking(Arrival.Private arrival) {
    OptionalLong tapped = arrival.tap().map(Arrival.Tap::message).orElseGet(OptionalLong::empty);
    return new Asking(
        arrival.chat(),
        arrival.chat().value(),
        arrival.input(),
        arrival.tap(),
        new Arrival.Place(OptionalLong.empty(), arrival.thread()),
        new PrivateDelivery(arrival.chat(), tapped, arrival.thread()),
        office.turns()::handle);
  }

  private Asking asking(Arrival.InGroup arrival) {
    return new Asking(
        arrival.chat(),
        arrival.person(),
        arrival.input(),
        arrival.tap(),
        arrival.place(),
        new GroupDelivery(arrival.chat(), arrival.place(), updates.me()),
        office.turns()::handleInGroup);
  }

  private Taken heard(long update, Asking asking) {
    Floods.Level flood = floods.count(asking.person(), Excess.letters(asking.input()));
    if (flood == Floods.Level.FINE) {
      return taken(update, asking, asking.input());
    }
    boolean tell = flood == Floods.Level.FIRST_TOO_MUCH;
    if (tell && asking.alone() && asking.tap().isEmpty()) {
      voice.slowDown(asking.chat());
    }
    return Excess.of(asking.input())
        .map(input -> taken(update, asking.thinned(voice), input))
        .orElseGet(() -> dropped(update, asking, tell));
  }

  /** Nothing is kept of it, and it is not answered. */
  private Taken dropped(long update, Asking asking, boolean tell) {
    asking.tap().ifPresent(tap -> voice.answer(tap, tell ? voice.slowDown() : Optional.empty()));
    logbook.dropped(update, asking.chat());
    return Taken.DONE;
  }

  private Taken taken(long update, Asking asking, Input input) {
    long takenUp = logbook.takenUp(asking.chat());
    Incoming incoming = asking.incoming(update, input, office.clock().instant());
    Patience.End<Optional<Handled>> end =
        office
            .patience()
            .take(
                asking.chat(),
                update,
                () -> turn(incoming, asking),
                () -> fallback(update, asking, Fallbacks.Reason.LATE));
    return switch (end) {
      case Patience.End.Kept<Optional<Handled>>(Optional<Handled> handled) ->
          Taken.kept(() -> kept(incoming, asking, handled, takenUp));
      case Patience.End.GivenUp<Optional<Handled>> givenUp -> forSigns(incoming, asking, takenUp);
      case Patience.End.Stopped<Optional<Handled>> stopped -> Taken.LEFT;
    };
  }

  private Optional<Handled> turn(Incoming incoming, Asking asking) {
    voice.finish(asking.chat());
    Delivery delivery =
        (turn, before, revision) ->
            delivery(incoming.update(), asking).plan(turn, before, revision);
    return asking.turn().apply(incoming, delivery);
  }

  /** Looked up when it is planned: by then a fallback may stand below the open question. */
  private Delivery delivery(long update, Asking asking) {
    return office.fallbacks().isSettled(update) ? asking.below() : asking.delivery();
  }

  /** Takes words whose turn fails once more, only for signs of danger in them. */
  private Taken forSigns(Incoming failing, Asking asking, long takenUp) {
    Optional<String> words = ownWords(failing.input());
    if (words.isEmpty()) {
      return putAside(failing.update(), asking);
    }
    Input signs = new Input.Said(words.get(), Input.Manner.FLOOD);
    Incoming incoming = asking.incoming(failing.update(), signs, failing.at());
    Patience.End<Optional<Handled>> end =
        office.patience().takeOnce(asking.chat(), incoming.update(), () -> turn(incoming, asking));
    return switch (end) {
      case Patience.End.Kept<Optional<Handled>>(Optional<Handled> handled) ->
          Taken.kept(() -> heardForSigns(incoming, asking, handled, takenUp));
      case Patience.End.GivenUp<Optional<Handled>> givenUp -> putAside(incoming.update(), asking);
      case Patience.End.Stopped<Optional<Handled>> stopped -> Taken.LEFT;
    };
  }

  /** What a person says of themselves: what they pass on is not, and a tap has no words. */
  private static Optional<String> ownWords(Input input) {
    return switch (input) {
      case Input.Said(String text, Input.Manner manner) when !PASSED_ON.contains(manner) ->
          Optional.of(text);
      case Input.Commanded(String name, String argument) when !argument.isBlank() ->
          Optional.of(argument);
      default -> Optional.empty();
    };
  }

  /** Without a sign there is no reply, and then the person is told that nothing was taken. */
  private void heardForSigns(
      Incoming incoming, Asking asking, Optional<Handled> handled, long takenUp) {
    if (handled.filter(it -> it.outgoing().isEmpty()).isPresent()) {
      var unused = putAside(incoming.update(), asking);
    } else {
      kept(incoming, asking, handled, takenUp);
    }
  }

  private void kept(Incoming incoming, Asking asking, Optional<Handled> handled, long takenUp) {
    handled.ifPresent(it -> voice.say(it.outgoing()));
    asking
        .tap()
        .filter(tap -> office.fallbacks().settle(incoming.update()))
        .ifPresent(tap -> voice.answer(tap, handled.flatMap(it -> it.turn().toast())));
    if (handled.filter(it -> Excess.toldNothing(incoming.input(), it)).isPresent()) {
      logbook.dropped(incoming.update(), incoming.chat());
    } else {
      logbook.kept(incoming, handled, takenUp);
    }
  }

  private Taken told(Arrival.Tap tap, Optional<String> words) {
    voice.answer(tap, words);
    return Taken.DONE;
  }

  private Taken door(long update, ChatId chat, boolean open) {
    Patience.End<Boolean> end =
        office
            .patience()
            .take(
                chat,
                update,
                () -> {
                  office.dialogues().reachable(chat, open, office.clock().instant());
                  return true;
                },
                () -> {});
    logbook.door(update, chat, open);
    return end instanceof Patience.End.Stopped<Boolean> ? Taken.LEFT : Taken.DONE;
  }
}
