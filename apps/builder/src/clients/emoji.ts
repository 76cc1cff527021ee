/** What people put into messages most, in the order in which the picker shows it: faces, hands, hearts, things. */
export const emoji: readonly string[] = `
  😀 😃 😄 😁 😅 😂 🙂 😉 😊 😇 😍 😘 😋 😎 🤩 🥳
  🤔 🤗 😐 😴 😕 😟 😢 😭 😱 😡 🤯 🙈
  👍 👎 👌 ✌️ 🤝 👏 🙌 🙏 💪 👋 ☝️ 👉
  ❤️ 🧡 💛 💚 💙 💜 💔 🔥 ✨ ⭐ 🎉 🎁
  ✅ ❌ ❗ ❓ ⚡ 💡 📌 📎 📅 ⏰ 📞 📍 💰 💳 🛒 📦 🚚 🚀 ☕ 🌸
`
  .trim()
  .split(/\s+/)
