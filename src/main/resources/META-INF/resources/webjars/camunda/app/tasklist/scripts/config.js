// Takes the place of the configuration that Tasklist's webjar brings: our name, and the script that shows pieces in forms.
export default {
  app: { name: 'Tasks', vendor: 'Imprimatur' },
  customScripts: ['imprimatur/review', 'imprimatur/login'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the dialog that starts a piece' },
  },
};
