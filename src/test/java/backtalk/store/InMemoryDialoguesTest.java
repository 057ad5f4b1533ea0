package backtalk.store;

import backtalk.dialogue.Dialogues;

class InMemoryDialoguesTest extends DialoguesContract {

  private final Dialogues dialogues = new InMemoryDialogues();

  @Override
  Dialogues dialogues() {
    return dialogues;
  }
}
