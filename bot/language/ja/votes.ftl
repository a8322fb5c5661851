# 答えの下のボタン。
votes-right = 合っています
votes-otherwise = 別のものです

# 数枚のうちどの画像か。
which-picture = どの画像ですか？
picture-number = 画像{ $number }
choose-picture = 画像を選んでください
votes-picture = 画像{ $number }：{ $label }

# 本当は何か。
votes-what = 本当は何ですか？いつでも変更できます。
votes-choose = 何かを選んでください
votes-thanks = ありがとうございます！あなたの回答：{ $said }。
votes-thanks-outvoted = ありがとうございます！あなたの回答：{ $said }。多くの人の意見では：{ $label }。
votes-unshown = 上の答えはまだ前の分類のままです。答えがなくなったか、スレッドがアーカイブされているか、私にこのチャンネルが見えないか、途中で何かに失敗しました。それでも投票は数えられています。

# 訂正された答え。
corrected-heading-seen =
    ### { $label }
    -# メンバーが訂正しました。私の答えは：{ $answered }、{ $probability }
corrected-heading-none =
    ### { $label }
    -# メンバーが訂正しました。私はどの分類でもないと考えていました。
corrected-heading-unseen =
    ### { $label }
    -# メンバーが訂正しました。私には衣類が見えませんでした。
corrected-short-seen = **{ $label }**（訂正済み。私の答えは{ $answered } { $probability }）
corrected-short-none = **{ $label }**（訂正済み。私はどの分類でもないと考えていました）
corrected-short-unseen = **{ $label }**（訂正済み。私には衣類が見えませんでした）
corrected-line-seen = { $number }. { corrected-short-seen }
corrected-line-none = { $number }. { corrected-short-none }
corrected-line-unseen = { $number }. { corrected-short-unseen }
corrected-alt = ネットワークが見た画像{ $number }：切り抜いて28×28の灰色の画素に縮めたもの。メンバーによる訂正：{ $label }。

# うまくいかないとき。
error-unknown-button = そのボタンはもう使えません。新しい答えの下のボタンを使ってください。
error-corrections-off = このサーバーは訂正を保存していません。サーバーを管理できる人が/{ settings-name } でオンにできます。
