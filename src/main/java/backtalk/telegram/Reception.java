package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Delivery;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Incoming;
import backtalk.dialogue.Input;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Takes an update to its committed turn, and hands on what is to be said. */
final class Reception {

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

  /** Where turns are taken and kept. */
  record Office(Turns turns, Dialogues dialogues, Patience patience, InstantSource clock) {}

  /** Something that somebody asks, with the way to its turn and the way of the answer. */
  private record Asking(
      ChatId chat,
      long person,
      Input input,
      Optional<Arrival.Tap> tap,
      Delivery delivery,
      BiFunction<Incoming, Delivery, Optional<Handled>> turn) {

    boolean alone() {
      return chat.value() == person;
    }

    /** The same, over the flood limit. */
    Asking thinned(Voice voice) {
      Delivery thinned = new ThinnedDelivery(delivery, () -> voice.waiting(chat));
      return new Asking(chat, person, input, tap, thinned, turn);
    }
  }

  /** Takes one update to the end of its turn. */
  Taken take(Update update) {
    long id = update.getUpdateId();
    Arrival read = updates.read(update);
    logbook.came(read);
    return switch (read) {
      case Arrival.Private arrival -> heard(id, asking(arrival));
      case Arrival.InGroup arrival -> heard(id, asking(arrival));
      case Arrival.Misplaced(Arrival.Tap tap) -> misplaced(tap);
      case Arrival.Door(ChatId chat, boolean open) -> door(id, chat, open);
      case Arrival.Nothing nothing -> Taken.DONE;
    };
  }

  private Asking asking(Arrival.Private arrival) {
    OptionalLong tapped = arrival.tap().map(Arrival.Tap::message).orElseGet(OptionalLong::empty);
    return new Asking(
        arrival.chat(),
        arrival.chat().value(),
        arrival.input(),
        arrival.tap(),
        new PrivateDelivery(arrival.chat(), tapped),
        office.turns()::handle);
  }

  private Asking asking(Arrival.InGroup arrival) {
    return new Asking(
        arrival.chat(),
        arrival.person(),
        arrival.input(),
        arrival.tap(),
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
    voice.finish(asking.chat());
    Incoming incoming = new Incoming(asking.chat(), update, input, office.clock().instant());
    Patience.End<Optional<Handled>> end =
        office
            .patience()
            .take(asking.chat(), update, () -> asking.turn().apply(incoming, asking.delivery()));
    return switch (end) {
      case Patience.End.Kept<Optional<Handled>>(Optional<Handled> handled) ->
          Taken.kept(() -> kept(incoming, asking, handled, takenUp));
      case Patience.End.GivenUp<Optional<Handled>> givenUp -> dropped(update, asking, false);
      case Patience.End.Stopped<Optional<Handled>> stopped -> Taken.LEFT;
    };
  }

  private void kept(Incoming incoming, Asking asking, Optional<Handled> handled, long takenUp) {
    handled.ifPresent(it -> voice.say(it.outgoing()));
    asking.tap().ifPresent(tap -> voice.answer(tap, handled.flatMap(it -> it.turn().toast())));
    if (handled.filter(it -> Excess.toldNothing(incoming.input(), it)).isPresent()) {
      logbook.dropped(incoming.update(), incoming.chat());
    } else {
      logbook.kept(incoming, handled, takenUp);
    }
  }

  private Taken misplaced(Arrival.Tap tap) {
    voice.answer(tap, voice.inPrivate());
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
                });
    logbook.door(update, chat, open);
    return end instanceof Patience.End.Stopped<Boolean> ? Taken.LEFT : Taken.DONE;
  }
}
