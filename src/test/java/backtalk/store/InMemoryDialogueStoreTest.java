package backtalk.store;

import backtalk.dialogue.ports.DialogueStore;

class InMemoryDialogueStoreTest extends DialogueStoreContract {

  private final DialogueStore store = new InMemoryDialogueStore();

  @Override
  DialogueStore dialogues() {
    return store;
  }
}
