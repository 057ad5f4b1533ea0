package backtalk.store;

import static backtalk.store.Turns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Dialogues.Saved;
import backtalk.dialogue.Stored;
import org.junit.jupiter.api.Test;

class CachedDialoguesTest extends DialoguesContract {

  private static final ChatId ANN = new ChatId(1);

  private final Dialogues store = new InMemoryDialogues();
  private final Dialogues dialogues = new CachedDialogues(store);

  @Override
  Dialogues dialogues() {
    return dialogues;
  }

  @Test
  void whatAnotherReplicaDidIsFoundOnceRefused() {
    done(turn(ANN, 1, 0, "a"));
    assertThat(dialogues.find(ANN).map(Stored::revision)).contains(1L);
    store.save(turn(ANN, 2, 1, "elsewhere"));

    assertThat(dialogues.save(turn(ANN, 3, 1, "here"))).isEqualTo(Saved.STALE);

    assertThat(dialogues.find(ANN).map(Stored::revision)).contains(2L);
  }
}
